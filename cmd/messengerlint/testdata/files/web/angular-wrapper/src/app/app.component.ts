import { Component, OnInit } from '@angular/core';
import { Intercom } from 'ng-intercom';
import { AuthService } from './auth.service';

@Component({ selector: 'app-root', templateUrl: './app.component.html' })
export class AppComponent implements OnInit {
  constructor(public intercom: Intercom, private auth: AuthService) {}

  ngOnInit() {
    this.auth.user$.subscribe((user) => {
      this.intercom.boot({ // want unsignedboot
        app_id: 'abcd1234',
        user_id: user.id,
        email: user.email,
      });
    });
  }

  refresh(user: { id: string }, jwt: string) {
    this.intercom.update({ user_id: user.id, intercom_user_jwt: jwt });
  }

  logout() {
    this.intercom.shutdown();
    this.intercom.boot({ app_id: 'abcd1234' });
  }
}
