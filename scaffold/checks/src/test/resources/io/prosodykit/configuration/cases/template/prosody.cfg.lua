VirtualHost "example.org"
admins = { {% for admin in admins %}"{{ admin }}"{% endfor %} }
