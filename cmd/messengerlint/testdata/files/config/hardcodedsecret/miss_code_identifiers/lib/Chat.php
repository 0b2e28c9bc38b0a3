<?php
$intercomSecret = getenv('INTERCOM_IDENTITY_VERIFICATION_SECRET_KEY');
$intercomJwtSecret = config('services.intercom.identity_verification_secret');
throw_if(empty($intercomSecret), 'INTERCOM_IDENTITY_VERIFICATION_SECRET is not set');
