namespace CustomerInsight.Testing;

/// <summary>Ids in the form that WeChat gives them: 28 letters, digits, hyphens and underscores, the first an o.</summary>
internal static class WeChatIds
{
    public const string UnionIdType = "wechat.unionid";
    public const string UnionIdScope = "open-platform";
    public const string OpenIdType = "wechat.openid";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static string Make(SeededRandom random) => string.Create(28, random, static (id, source) =>
    {
        id[0] = 'o';
        for (int i = 1; i < id.Length; i++)
        {
            id[i] = Letters[source.Next(Letters.Length)];
        }
    });

    /// <summary>The id that one app knows the person by: always the same, and another in every app.</summary>
    public static string OpenId(string unionId, string appId) =>
        Make(new SeededRandom(StableHash.Combine(StableHash.Of(unionId), StableHash.Of(appId))));
}
