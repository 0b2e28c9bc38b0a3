class Keys {
  Keys._();

  static const intercomAppId = 'ab12cd34';
  static const intercomHmacSecret = 'Uz4kP9wLx2Vb7Nq5Ty8H' // want hardcodedsecret
      'c1Jd6SfGaU3eMoQi0XwK';
  static const sentryDsn = 'Vz4kP9wLx2Vb7Nq5Ty8H' 'c1Jd6SfGaU3eMoQi0XwK';
  static const intercomIdentitySecret = '<intercom identity secret>';
}
