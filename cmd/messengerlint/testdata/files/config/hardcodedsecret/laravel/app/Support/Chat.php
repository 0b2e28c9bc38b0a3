<?php

class Chat
{
    public function settings(User $user): array
    {
        return [
            'app_id' => config('services.intercom.app_id'),
            'user_id' => (string) $user->id,
            'user_hash' => hash_hmac(
                'sha256',
                (string) $user->id,
                'P3NcsHo5DaQuWyue6Wsi1Mi1OvNhEIU15HXp9fED'
            ),
        ];
    }
}
