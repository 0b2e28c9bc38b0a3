package catalog

// storeSources enters secret managers and keyrings: what they return is open to
// whoever runs the program, never chosen by a request.
func storeSources() sourceTable {
	t := sourceTable{}
	awsSources(t)
	const sm = "cloud.google.com/go/secretmanager/apiv1"
	put(t, sm, "*Client.AccessSecretVersion", source(SecretStore).ok(1))
	put(t, sm+"/secretmanagerpb", "*SecretPayload.GetData", source(SecretStore))
	vaultSources(t)
	put(t, "github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets",
		"*Client.GetSecret", source(SecretStore).named(1).ok(1))
	const k8s = "k8s.io/client-go/kubernetes/typed/core/v1"
	put(t, k8s, "SecretInterface.Get", source(SecretStore).named(1).ok(1))
	put(t, k8s, "SecretInterface.List", source(SecretStore).ok(1))
	put(t, "github.com/hashicorp/consul/api", "*KV.Get", source(SecretStore).named(0).ok(2))
	put(t, "gocloud.dev/runtimevar", "*Variable.Latest", source(SecretStore).ok(1))
	put(t, "github.com/zalando/go-keyring", "Get", source(SecretStore).named(1).ok(1))
	put(t, "github.com/1password/onepassword-sdk-go", "SecretsAPI.Resolve", source(SecretStore).named(1).ok(1))
	put(t, "github.com/infisical/go-sdk", "SecretsInterface.Retrieve", source(SecretStore).ok(1))
	put(t, "github.com/getsops/sops/v3/decrypt", "File", source(SecretStore).named(0).ok(1))
	put(t, "github.com/getsops/sops/v3/decrypt", "Data", source(SecretStore).ok(1))
	return t
}

func awsSources(t sourceTable) {
	store := source(SecretStore).ok(1)
	const v2 = "github.com/aws/aws-sdk-go-v2/service/"
	put(t, v2+"secretsmanager", "*Client.GetSecretValue *Client.BatchGetSecretValue", store)
	put(t, v2+"ssm", "*Client.GetParameter *Client.GetParameters *Client.GetParametersByPath", store)
	const v1 = "github.com/aws/aws-sdk-go/service/"
	put(t, v1+"secretsmanager", "*SecretsManager.GetSecretValue *SecretsManager.GetSecretValueWithContext", store)
	put(t, v1+"secretsmanager/secretsmanageriface",
		"SecretsManagerAPI.GetSecretValue SecretsManagerAPI.GetSecretValueWithContext", store)
	put(t, v1+"ssm", "*SSM.GetParameter *SSM.GetParameters *SSM.GetParametersByPath *SSM.GetParameterWithContext", store)
}

func vaultSources(t sourceTable) {
	const vault = "github.com/hashicorp/vault/api"
	put(t, vault, "*Logical.Read", source(SecretStore).named(0).ok(1))
	put(t, vault, "*Logical.ReadWithContext", source(SecretStore).named(1).ok(1))
	put(t, vault, "*Logical.Unwrap", source(SecretStore).ok(1))
	put(t, vault, "*KVv1.Get *KVv2.Get *KVv2.GetVersion", source(SecretStore).named(1).ok(1))
}

// storeFields are the fields that hold what a store returned.
func storeFields(t map[string]SourceKind) {
	const awsV2 = "github.com/aws/aws-sdk-go-v2/service/"
	const awsV1 = "github.com/aws/aws-sdk-go/service/"
	for _, p := range []string{awsV2, awsV1} {
		object(t, p+"secretsmanager", "GetSecretValueOutput.SecretString GetSecretValueOutput.SecretBinary", SecretStore)
	}
	t[awsV2+"ssm/types.Parameter.Value"] = SecretStore
	t[awsV1+"ssm.Parameter.Value"] = SecretStore
	t["cloud.google.com/go/secretmanager/apiv1/secretmanagerpb.SecretPayload.Data"] = SecretStore
	t["github.com/hashicorp/vault/api.Secret.Data"] = SecretStore
	t["github.com/hashicorp/vault/api.KVSecret.Data"] = SecretStore
	t["github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets.Secret.Value"] = SecretStore
	t["k8s.io/api/core/v1.Secret.Data"] = SecretStore
	t["k8s.io/api/core/v1.Secret.StringData"] = SecretStore
}
