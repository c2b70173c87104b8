namespace CustomerInsight;

/// <summary>What a source gives.</summary>
public enum SourceContent
{
    /// <summary>Records about customers.</summary>
    Records,

    /// <summary>What customers did.</summary>
    Activities,
}
