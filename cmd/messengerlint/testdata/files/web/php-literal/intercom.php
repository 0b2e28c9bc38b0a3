<?php
define('INTERCOM_APP_ID', 'abcd1234');
define('INTERCOM_IDENTITY_VERIFICATION_SECRET', 'Qz7RkP2mVx9LtB4nWc8HsYd1JfG6aEuT3oKi5MvX'); // want hardcodedsecret
$hash = hash_hmac('sha256', $user->email, 'm3V-kq8RzT1xWn5LbY7cPd2HsJ9fGa4UoEi6BvXy0Qr'); // want hardcodedsecret
?>
<div data-intercom-secret="Zk4TnV8pQw1RyX6mBc3LsHd9JfG5aEuN7oKi2MvP"></div> <!-- want frontendkey -->
