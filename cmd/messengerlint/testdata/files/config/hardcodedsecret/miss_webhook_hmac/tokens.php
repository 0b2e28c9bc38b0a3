<?php
function session_token($user) {
    return JWT::encode(['sub' => $user->id], 'i9_Gl4X40Ep32OFcWyneHBquWp3QHM0YuMzY3o2x', 'HS256');
}
