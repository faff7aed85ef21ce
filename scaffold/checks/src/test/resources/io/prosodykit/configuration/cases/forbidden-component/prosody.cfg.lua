VirtualHost "example.org"
Component "bad\226\128\168name.example" "muc"
below = 1
