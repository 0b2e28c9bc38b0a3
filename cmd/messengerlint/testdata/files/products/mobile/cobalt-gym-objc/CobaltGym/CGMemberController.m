#import "CGMemberController.h"
#import <Intercom/Intercom.h>

@implementation CGMemberController

- (void)viewDidLoad {
    [super viewDidLoad];
    self.navigationItem.title = NSLocalizedString(@"Membership", nil);
    [self loadMember];
}

- (void)loadMember {
    __weak typeof(self) weakSelf = self;
    [self.client memberWithCompletion:^(CGMember *member, NSError *error) {
        if (error != nil) {
            NSLog(@"member request failed: %@", error.localizedDescription);
            return;
        }
        [weakSelf connectIntercomForMember:member];
    }];
}

- (void)connectIntercomForMember:(CGMember *)member {
    NSString *userJwt = member.intercomUserJwt;
    NSLog(@"Intercom token for %@ is %@", member.memberId, userJwt); // want secretlog
    [Intercom setUserJwt:userJwt];
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    attributes.userId = member.memberId;
    attributes.name = member.name;
    [Intercom loginUserWithUserAttributes:attributes success:nil failure:^(NSError *error) {
        NSLog(@"Intercom login: %@", error.localizedDescription);
    }];
}

- (IBAction)helpTapped:(id)sender {
    [Intercom presentIntercom];
}

@end
