namespace CustomerInsight;

/// <summary>Standardizes genders: what means male becomes <c>m</c>, what means female <c>f</c>, in several languages; others are folded only.</summary>
/// <remarks>Forms of address (<c>Mr</c>, <c>Frau</c>, 女士) count. <c>u</c>, <c>unknown</c>, 未知 and the like are rejected: they tell nothing.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GenderStandardizer : IStandardizer
{
    private static readonly TextStandardizer Text = new();

    /// <inheritdoc/>
    public string Name => "gender";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions) => Text.Standardize(value, conventions).Value switch
    {
        "m" or "male" or "man" or "boy" or "mr" or "masculine" or "mannlich" or "mann" or "herr" or "homme" or "masculin" or "hombre" or "masculino"
            or "男" or "男性" or "男士" or "先生" => new StandardizedValue("m"),
        "f" or "female" or "woman" or "girl" or "mrs" or "ms" or "miss" or "feminine" or "weiblich" or "frau" or "femme" or "feminin" or "mujer" or "femenino"
            or "w" or "女" or "女性" or "女士" or "小姐" => new StandardizedValue("f"),
        null or "u" or "unspecified" or "not specified" or "保密" => StandardizedValue.Rejected,
        string other => new StandardizedValue(other),
    };
}
