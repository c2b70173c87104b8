namespace CustomerInsight.Matching;

/// <summary>What a model file may name beside what the library brings: a host's own comparators, parts of values, tables of nicknames and blocking rules.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class MatchModelLoadOptions
{
    /// <summary>Gets the host's own comparators, found by <see cref="IComparator.Name"/>.</summary>
    /// <value>None.</value>
    public ValueList<IComparator> Comparators { get; init; }

    /// <summary>Gets the host's own parts of values, found by <see cref="ValuePart.Name"/>.</summary>
    /// <value>None.</value>
    public ValueList<ValuePart> Parts { get; init; }

    /// <summary>Gets the host's own tables of nicknames, found by <see cref="Matching.Nicknames.Name"/>.</summary>
    /// <value>None.</value>
    public ValueList<Nicknames> Nicknames { get; init; }

    /// <summary>Gets the host's own blocking rules, found by <see cref="IBlockingRule.Name"/>.</summary>
    /// <value>None.</value>
    public ValueList<IBlockingRule> BlockingRules { get; init; }

    internal IBlockingRule BlockingRule(string name, string path) =>
        BlockingRules.FirstOrDefault(rule => rule.Name == name) ?? throw Unknown(path, "blocking rule", name, nameof(BlockingRules));

    internal Nicknames NicknamesNamed(string name, string path) =>
        Nicknames.FirstOrDefault(table => table.Name == name) ?? throw Unknown(path, "table of nicknames", name, nameof(Nicknames));

    internal IComparator Comparator(string name, string path) =>
        Comparators.FirstOrDefault(comparator => comparator.Name == name) ?? Matching.Comparators.Find(name)
        ?? throw Unknown(path, "comparator", name, nameof(Comparators));

    internal ValuePart Part(string name, string path) =>
        Parts.FirstOrDefault(part => part.Name == name) ?? ValuePart.Find(name)
        ?? throw Unknown(path, "part of values", name, nameof(Parts));

    private static MatchModelFileException Unknown(string path, string what, string name, string option) =>
        new(MatchModelFileException.UnknownName, path, $"the {what} '{name}' is not one of the library's. Give the host's own in {nameof(MatchModelLoadOptions)}.{option}, or mend the name");
}
