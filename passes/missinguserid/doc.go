// report a Messenger JWT without a usable user_id.
package missinguserid
