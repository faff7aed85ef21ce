VirtualHost "long.example.org"
from = "long"
