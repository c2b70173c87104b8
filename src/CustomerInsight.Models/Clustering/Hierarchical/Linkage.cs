using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How far apart two groups are, when groups are joined step by step.</summary>
public enum Linkage
{
    /// <summary>As far as joining them raises the squared distances to the centres: compact groups of like size.</summary>
    Ward,

    /// <summary>The mean distance of their members.</summary>
    Average,

    /// <summary>The largest distance of their members: groups of like diameter.</summary>
    Complete,

    /// <summary>The smallest distance of their members: chains, and single outliers.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The word of the field.")]
    Single,
}
