# an access token of our own API, not of the Messenger
SESSION = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI4MTcyMyIsInNjb3BlIjoicmVhZCJ9.xPLLiHq8Fohlk5TJfZzLgVWtaWy4ZdPzdS4DET72dSW"
