// report a Messenger JWT signed with anything but HS256.
package signingalg
