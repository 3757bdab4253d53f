window.YTD.account.part0 = [
  {
    "account": {
      "email": "hello@lumenbakery.example",
      "username": "lumenbakery",
      "accountId": "77001",
      "createdAt": "2010-01-02T03:04:05.000Z",
      "accountDisplayName": "Lumen Bakery"
    }
  }
]