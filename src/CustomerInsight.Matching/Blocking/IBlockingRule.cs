namespace CustomerInsight.Matching;

/// <summary>Says by cheap keys which records are worth comparing: those that share one. A port: a host may bring its own.</summary>
/// <remarks>Implementations are pure and safe from many threads once prepared.</remarks>
public interface IBlockingRule
{
    /// <summary>Gets the rule's name, which links and reports use.</summary>
    string Name { get; }

    /// <summary>Gets the attributes that the rule reads; the rule is left out where no source has one of them.</summary>
    IReadOnlyCollection<string> Attributes { get; }

    /// <summary>Makes the rule ready for one table.</summary>
    /// <param name="table">The records.</param>
    /// <returns>What gives each record's keys; safe from many threads.</returns>
    IBlockingKeys Prepare(StandardizedTable table);
}
