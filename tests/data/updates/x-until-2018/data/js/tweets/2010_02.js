Grailbird.data.tweets_2010_02 = 
 [
 {
  "source": "web",
  "entities": {
   "user_mentions": [],
   "media": [],
   "hashtags": [],
   "urls": [
    {
     "expanded_url": "https://journal.lumenbakery.example/2010/first-crumbs/",
     "url": "http://bit.ly/crumbs1",
     "indices": [
      14,
      35
     ]
    }
   ]
  },
  "geo": {},
  "id_str": "8849000001",
  "text": "First crumbs: http://bit.ly/crumbs1",
  "id": 8849000001,
  "created_at": "2010-02-08 00:00:00 +0000",
  "user": {
   "name": "Lumen Bakery",
   "screen_name": "lumenbakery",
   "protected": false,
   "id_str": "77001",
   "id": 77001
  }
 }
]