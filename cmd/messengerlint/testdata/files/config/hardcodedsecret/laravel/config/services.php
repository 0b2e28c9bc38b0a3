<?php

return [
    'mailgun' => [
        'secret' => env('MAILGUN_SECRET'),
    ],

    'intercom' => [
        'app_id' => env('INTERCOM_APP_ID'),
        'jwt_secret' => env('INTERCOM_JWT_SECRET', '2UDy_NDLmlM4b7kf6lvc6o3teO2TQFLJ4LL4Kfxc'),
        'secret' => 'z1SY_5zZitBJS2schc7q_AVyJvIrLzuttEkmXYz6',
    ],

    'stripe' => [
        'secret' => 'v71GzY_aX4VPjdTuav2Ef435ZTmFXV5hkfwuHqtB',
    ],
];
