namespace CustomerInsight.Matching;

/// <summary>Records are compared when they agree in all of a few attributes or parts of them.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class BlockingRule : IBlockingRule
{
    private BlockingRule(ValueList<BlockingPart> parts, bool anyOrder, LevelCondition? condition)
    {
        Parts = parts;
        AnyOrder = anyOrder;
        Condition = condition;
        Name = string.Join(anyOrder ? " or crossed " : " + ", parts.Select(static part => part.ToString()))
            + (condition is null ? string.Empty : " where " + string.Join(", ", condition.Attributes.Distinct(StringComparer.Ordinal)) + " fit");
        Attributes = [.. parts.Select(static part => part.Attribute).Concat(condition?.Attributes ?? []).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Gets the parts that records must agree in.</summary>
    public ValueList<BlockingPart> Parts { get; }

    /// <summary>Gets a value indicating whether the two parts may also agree crosswise.</summary>
    public bool AnyOrder { get; }

    /// <summary>Gets what a pair that shares a key must also fulfil, or null.</summary>
    public LevelCondition? Condition { get; }

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
        return parts.Length > 0 ? new(ValueList.From(parts), anyOrder: false, condition: null) : throw new ArgumentException("A blocking rule needs at least one part; without any, every record would be compared with every other.", nameof(parts));
    }

    /// <summary>Records that agree in two parts, in either order: "Lee Grant" meets "Grant Lee".</summary>
    /// <param name="first">One part.</param>
    /// <param name="second">The other.</param>
    /// <returns>The rule.</returns>
    public static BlockingRule OnEitherOrder(BlockingPart first, BlockingPart second) => new([first, second], anyOrder: true, condition: null);

    /// <summary>The same rule, but of the pairs that share a key only those that fulfil a condition: "same given name, birthdays one typing error apart".</summary>
    /// <param name="condition">Checked pair by pair after the key, so the key should leave few pairs; added to a condition that the rule already has.</param>
    /// <returns>A new rule.</returns>
    /// <remarks>The pairs of a rule's blocks are counted before the condition.</remarks>
    public BlockingRule Where(LevelCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(Parts, AnyOrder, Condition is null ? condition : Matching.Condition.All(Condition, condition));
    }

    /// <inheritdoc/>
    public IBlockingKeys Prepare(StandardizedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Prepare(part => part.Hashes(table));
    }

    /// <summary>Makes the rule ready with hashes that several rules share.</summary>
    internal IBlockingKeys Prepare(Func<BlockingPart, PartHashes> hashes) => new PartKeys([.. Parts.Select(hashes)], AnyOrder);
}
