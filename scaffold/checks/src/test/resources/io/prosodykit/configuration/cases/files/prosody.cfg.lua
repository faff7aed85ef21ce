secret = FileContents "secret.txt"
first = FileLine "secret.txt"
lines = FileLines "secret.txt"
number = FileContents("number.txt", "*n")
some = FileContents("secret.txt", 3)
VirtualHost "example.org"
