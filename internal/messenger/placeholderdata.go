package messenger

import (
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// The placeholder vocabulary: data of placeholder.go. A word earns its place by
// being seen in placeholders, examples and test fixtures of public code
// (EXAMPLES, intercom-rails specs, WordPress plugin tests), in names of
// services and resources, or in the passwords people write for want of one.

// openers followed by a separator begin a placeholder.
var openers = []string{"your", "test", "tests", "example", "dummy", "fake", "demo", "mock", "sample", "placeholder",
	"replace", "insert", "enter", "todo", "fixme", "change", "changeme", "stub", "fill", "paste", "some"}

// longOpeners begin a placeholder whatever follows (RULES.md "Placeholders").
var longOpeners = []string{"test", "example", "dummy", "changeme", "placeholder", "replaceme", "sample"}

// markers inside a value make it a placeholder; all are too long to happen.
var markers = []string{"example", "placeholder", "changeme", "change-me", "change_me", "replaceme", "replace-me",
	"replace_me", "redacted", "notasecret", "not-a-secret", "not_a_secret", "not-a-real", "not_a_real", "notareal",
	"your-intercom", "your_intercom", "yourintercom", "your-secret", "your_secret", "yoursecret", "secret-here",
	"secret_here", "secrethere", "key-here", "key_here", "0123456789", "1234567890", "abcdefgh", "xxxxxxxx",
	"insert-", "insert_", "for-testing", "for_testing", "do-not-use", "do_not_use", "donotuse"}

// pointerPrefixes begin values that say where the secret is (RULES.md
// "Placeholders").
var pointerPrefixes = []string{"arn:", "vault:", "op://", "secretsmanager:", "ssm:", "sm:", "aws-ssm:", "awssm:", "gcpsm:",
	"gcp-sm:", "keyvault:", "azurekv:", "env:", "env.", "env/", "process.env", "file:", "enc[", "ref+", "bao:", "akeyless:",
	"doppler:", "infisical:", "@microsoft.keyvault", "resolve:", "secret:", "secrets:", "secrets.", "secret/", "secrets/",
	"kv/", "var.", "local.", "data.", "module.", "!vault", "!ref", "!sub", "${"}

// keyboardRows are the rows of keyboards and the zig-zag people type.
var keyboardRows = []string{"qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "poiuytrewq", "lkjhgfdsa",
	"mnbvcxz", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv", "0987654321", "1234567890", "0123456789abcdef"}

const longestWord = 16

// glueable are the short words that may stand inside a glued one.
var glueable = wordset.Set{Words: `a my me is be do to in it no so us we`}

// placeholderWords is the word list of ruling 6.
var placeholderWords = wordset.Set{Words: `
a an and any are as at be but by can do does for from had has have here how i if in into is it its me mine my no none
not now of off on one only or other our out please so some than that the their them then there these they this those
to too up us use used user using was we what when where which who why will with without would you your yours
two three four five six seven eight nine ten zero first second third last next
intercom messenger identity identities idv verification verify verified verifying secure secured security secures mode
jwt jwts hmac hmacs signing sign signed signer signature sig secret secrets key keys api app apps application client
clients server servers service services web website site ios iphone ipad android mobile desktop platform token tokens
access auth authentication authorization authorize oauth password passwords passwd pass passphrase pwd pin credential
credentials cred creds login logout signin signup session sessions cookie cookies csrf hash hashes hashed user users
userid username admin root owner account accounts workspace workspaces id ids uid uuid guid name names value values val
env envs environment variable variables var vars config configs configuration cfg conf setting settings option options
param params parameter parameters prop props property properties field fields file files path paths dir folder url urls
uri link host hostname domain port http https localhost local remote internal external public private shared common
global default defaults static dynamic custom manual auto main master primary secondary backup
prod production prd dev devel develop development stage staging stg uat qa preview live sandbox test tests testing
tested tester unit integration e2e ci cd build builds release canary beta alpha
example examples sample samples dummy fake faked mock mocks mocked mocking stub stubs fixture fixtures demo demos
placeholder placeholders replace replaced replaceme change changed changeme changethis changeit insert enter put fill set
setme setmeplease add paste todo fixme tbd tba later ignore ignored ignoreme missing unset unknown undefined null nil
empty blank nothing none nope void invalid valid wrong wrongkey bad good real realistic really actual actually correct
right true false yes ok okay foo bar baz qux quux foobar foobaz lorem ipsum dolor hello world hi hey there
super ultra mega very top long longer longest short shorter enough least minimum maximum min max length len size bit bits
byte bytes char chars character characters string strings str text data base hex base64 base64url raw encoded decoded
random randomly generated generate generator gen unique strong weak safe unsafe insecure sensitive hidden confidential
classified important critical redacted masked removed stripped censored sanitized scrubbed omitted deleted
old new current previous legacy deprecated temp tmp temporary permanent rotate rotated rotating rotation expired expire
acme corp company inc org organization team tenant customer customers example product project projects store shop
foo1 john jane doe alice bob carol dave eve mallory charlie joe smith person people man woman dog cat fox horse battery
staple monkey dragon sunshine princess football baseball master letmein welcome iloveyou trustno qwerty qwertz azerty
asdf asdfgh zxcvbn abc abcd abcde abcdef abcdefg abcdefgh xyz hunter shadow superman batman michael jordan ninja
love god sex money freedom whatever
get got give given gives take from make made making create created creating new build run running start started stop load
loaded read write written send sent receive received fetch fetched call called callback request requests response
responses handler handlers middleware controller model models view views template templates page pages component
components module modules package packages import export function func method class struct type types object objects
map list array item items row column table database db sql cache redis queue topic event events message messages chat
inbox conversation conversations contact contacts lead leads visitor visitors boot update updates widget launcher snippet
script scripts html css js json xml yaml yml toml ini csv
aws gcp azure google amazon microsoft github gitlab docker kubernetes k8s helm vault manager ssm kms parameter store
terraform heroku vercel netlify render fly cloud cluster namespace pod deploy deployment deployments region us eu au east
west north south central process next nuxt vite react vue svelte angular rails django flask laravel spring express node
golang go rust java kotlin swift python ruby php
backend frontend back front end side only never ever always must should could may might cannot dont does doesnt
commit committed push pushed git repo repository branch source code open sourced docs documentation readme guide tutorial
hardcoded hardcode literal constant const plain plaintext clear cleartext encrypted decrypt decrypted encryption cipher
hs256 hs384 hs512 rs256 sha sha1 sha256 sha512 md5 hmacsha256 aes rsa hmac256 alg algorithm
seed salt pepper nonce iv digest checksum fingerprint
email mail phone address number numbers int integer float bool boolean date time day days week month year hour hours
minute minutes today tomorrow yesterday
big small little large huge red green blue black white yellow orange purple apple banana cherry lemon pear cookie
happy sad quick brown lazy jumps over under tree house river mountain ocean water fire earth wind sky sun moon star
primary testkey testsecret testtoken mysecret mykey mytoken supersecret topsecret notsecret notasecret notreal
websecret iossecret androidsecret secretkey apikey s3cr3t sekret sekrit shh shhh psst tok toks ok xxx xx xxxx aaa bbb ccc
per each every all both either neither same different another such case cases check checks checked checker
billing payment payments invoice order orders analytics tracking metrics logs log logging logger monitor monitoring
support help helpdesk agent agents bot bots fin webhook webhooks hook hooks sdk mobileapp webapp
provider providers factory instance instances engine worker workers job jobs task tasks runner pipeline
value1 value2 longvalue somevalue anything something someone somebody anyone everybody everyone nobody anonymous guest
`}
