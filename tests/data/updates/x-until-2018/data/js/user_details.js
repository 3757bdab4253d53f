var user_details =  {
  "expanded_url" : "http://lumenbakery.example",
  "screen_name" : "lumenbakery",
  "location" : "Here",
  "full_name" : "Lumen Bakery",
  "id" : "77001",
  "created_at" : "2010-01-02 03:04:05 +0000"
}