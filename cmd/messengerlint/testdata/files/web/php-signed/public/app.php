<?php
require __DIR__ . '/../vendor/autoload.php';
$hash = hash_hmac('sha256', $user['id'], getenv('INTERCOM_SECRET_KEY'));
?>
<script>
  window.intercomSettings = {
    app_id: "abcd1234",
    user_id: <?= json_encode((string) $user['id']) ?>,
    user_hash: "<?= $hash ?>" // want identityhash
  };
</script>
