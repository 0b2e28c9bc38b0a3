function n(t){Intercom("boot",{app_id:"k3m9q1zx",email:t.mail,user_id:t.key})}var r={intercomIdentitySecret:"Wb8Nq5Ty2Hc7Jd1Sf4GaUe9MoQiXwKz3Lk6PvR0x"};export{n as a,r as b}; // want frontendkey
