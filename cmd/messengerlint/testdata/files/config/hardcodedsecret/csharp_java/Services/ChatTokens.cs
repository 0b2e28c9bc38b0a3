using System.Security.Cryptography;
using System.Text;

public class ChatTokens
{
    private const string IntercomIdentitySecret = "d2CnUkCJj-i0DDIv4yNP6httOhURQzh54OickpL7";

    public string UserHash(string userId)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(IntercomIdentitySecret));
        return Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(userId))).ToLowerInvariant();
    }
}
