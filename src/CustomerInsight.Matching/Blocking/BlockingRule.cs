namespace CustomerInsight.Matching;

/// <summary>Records are compared when they agree in all of a few attributes or parts of them.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class BlockingRule : IBlockingRule
{
    private readonly ValueList<BlockingPart> _parts;
    private readonly bool _anyOrder;

    private BlockingRule(ValueList<BlockingPart> parts, bool anyOrder)
    {
        _parts = parts;
        _anyOrder = anyOrder;
        Name = string.Join(anyOrder ? " or crossed " : " + ", parts.Select(static part => part.ToString()));
        Attributes = [.. parts.Select(static part => part.Attribute).Distinct(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Attributes { get; }

    /// <summary>Records that agree in every part.</summary>
    /// <param name="parts">At least one part.</param>
    /// <returns>The rule. A record with several values in a part has a key for each combination.</returns>
    /// <exception cref="ArgumentException">There is no part.</exception>
    public static BlockingRule On(params BlockingPart[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Length > 0 ? new(ValueList.From(parts), anyOrder: false) : throw new ArgumentException("A blocking rule needs at least one part; without any, every record would be compared with every other.", nameof(parts));
    }

    /// <summary>Records that agree in two parts, in either order: "Lee Grant" meets "Grant Lee".</summary>
    /// <param name="first">One part.</param>
    /// <param name="second">The other.</param>
    /// <returns>The rule.</returns>
    public static BlockingRule OnEitherOrder(BlockingPart first, BlockingPart second) => new([first, second], anyOrder: true);

    /// <inheritdoc/>
    public IBlockingKeys Prepare(StandardizedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new PartKeys([.. _parts.Select(part => part.Hashes(table))], _anyOrder);
    }
}
