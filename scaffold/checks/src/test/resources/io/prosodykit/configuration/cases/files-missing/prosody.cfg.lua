VirtualHost "example.org"
secret = FileContents "nowhere.txt"
