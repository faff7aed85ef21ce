-- a name with a character that nameprep forbids (U+2028)
VirtualHost "example.org"
VirtualHost "bad\226\128\168name.example"
below = 1
