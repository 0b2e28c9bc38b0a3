#import "SupportManager.h"
#import <Intercom/Intercom.h>

@interface SupportManager ()
@property (nonatomic, strong) APIClient *client;
@end

@implementation SupportManager

- (void)startForUser:(User *)user {
    __weak typeof(self) weakSelf = self;
    [self.client fetchIntercomJWTWithCompletion:^(NSString *jwt, NSError *error) {
        if (error != nil) {
            [weakSelf reportError:error];
            return;
        }
        [Intercom setUserJwt:jwt];
        ICMUserAttributes *attributes = [ICMUserAttributes new];
        attributes.userId = user.identifier;
        [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil];
    }];
}

- (void)startTooEarlyForUser:(User *)user {
    ICMUserAttributes *attributes = [[ICMUserAttributes alloc] init];
    attributes.userId = user.identifier;
    [self.client fetchIntercomJWTWithCompletion:^(NSString *jwt, NSError *error) {
        [Intercom setUserJwt:jwt];
    }];
    [Intercom loginUserWithUserAttributes:attributes success:^{ // want unsignedboot
        NSLog(@"Intercom: logged in");
    } failure:^(NSError *error) {
        NSLog(@"Intercom: %@", error);
    }];
}

- (void)startWithOptionalToken:(NSString *)jwt user:(User *)user {
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    attributes.email = user.email;
    if (jwt.length > 0) {
        [Intercom setUserJwt:jwt];
        [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil];
    } else {
        [Intercom loginUnidentifiedUserWithSuccess:nil failure:nil];
    }
}

- (void)startWithNoToken:(User *)user {
    [Intercom setUserJwt:nil];
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    attributes.email = user.email;
    [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil]; // want unsignedboot
}

@end
