namespace CustomerInsight.Models;

/// <summary>How large a difference between a group and all others is, in words.</summary>
/// <remarks>
/// By Cliff's delta: negligible below 0.147, small below 0.33, medium below 0.474, else large.
/// <para>Source: Romano, Kromrey, Coraggio, Skowronek, "Appropriate statistics for ordinal level data", Florida Association of Institutional Research (2006).</para>
/// </remarks>
public enum EffectMagnitude
{
    /// <summary>The group is much like the others in this.</summary>
    Negligible,

    /// <summary>A tendency.</summary>
    Small,

    /// <summary>A clear difference.</summary>
    Medium,

    /// <summary>What sets the group apart.</summary>
    Large,
}
