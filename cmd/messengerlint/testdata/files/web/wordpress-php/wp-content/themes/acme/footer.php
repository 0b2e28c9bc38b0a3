<?php
/**
 * Footer of the Acme theme.
 */
$intercom_secret = get_option( 'acme_intercom_secret' );
$user = wp_get_current_user();
?>
<footer>&copy; <?php echo date( 'Y' ); ?></footer>
<?php wp_footer(); ?>
<?php if ( is_user_logged_in() ) : ?>
<script>
  window.intercomSettings = { // want unsignedboot
    app_id: "<?php echo esc_js( get_option( 'acme_intercom_app_id' ) ); ?>",
    user_id: "<?php echo esc_js( $user->ID ); ?>",
    email: "<?= esc_js($user->user_email) ?>"
  };
</script>
<?php else : ?>
<script>
  window.intercomSettings = { app_id: "<?php echo esc_js( get_option( 'acme_intercom_app_id' ) ); ?>" };
</script>
<?php endif; ?>
</body>
</html>
