namespace CustomerInsight.Matching;

/// <summary>Writes what two records say beneath each line of the evidence.</summary>
internal sealed class ValueText(MatchResult result, int left, int right)
{
    private const string Indent = "         ";

    private readonly Dictionary<string, string[]> _attributes = result.Model is MatchModel model
        ? model.Comparisons.GroupBy(static parameters => parameters.Comparison.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.SelectMany(static parameters => parameters.Comparison.Attributes).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal)
        : [];

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public string Explain(PairEvidence evidence)
    {
        string text = evidence.Explain(evidence.Evidence, line => Lines(_attributes.GetValueOrDefault(line.Comparison, [])));

        // What no line is about, so that a reader sees all that the records say.
        string?[] rest = [Lines(result.Table.Schema.Attributes.Select(static attribute => attribute.Name)), Identifiers()];
        return rest.Any(static lines => lines is not null) ? string.Join(Environment.NewLine, [text, $"{Indent}what else they say:", .. rest.OfType<string>()]) : text;
    }

    /// <summary>A line for each attribute that has not had one and that a record has.</summary>
    private string? Lines(IEnumerable<string> attributes)
    {
        string[] lines = [.. attributes.Where(_written.Add).Select(Line).OfType<string>()];
        return lines.Length == 0 ? null : string.Join(Environment.NewLine, lines);
    }

    private string? Line(string attribute) => (Values(left, attribute), Values(right, attribute)) switch
    {
        (null, null) => null,
        var (one, other) => $"{Indent}{attribute}: {one ?? "-"} | {other ?? "-"}",
    };

    /// <summary>The values as the source wrote them; where it did not, as in a name taken apart, in the form they are compared in.</summary>
    private string? Values(int record, string attribute)
    {
        AttributeValues written = result.Table.Records[record][attribute];
        if (!written.IsNone)
        {
            return string.Join(", ", written);
        }

        int ordinal = result.Table.Schema.IndexOf(attribute);
        StandardizedColumn? column = ordinal < 0 ? null : result.Table.Column(ordinal);
        return column is null || column.Ids(record).Length == 0 ? null : string.Join(", ", column.Ids(record).ToArray().Select(id => column.Values[id]));
    }

    private string? Identifiers()
    {
        ValueList<Identifier> one = result.Table.Records[left].Identifiers;
        ValueList<Identifier> other = result.Table.Records[right].Identifiers;
        string[] lines = [.. one.Concat(other).Distinct().Select(identifier => $"{Indent}{identifier}: {(one.Contains(identifier) ? identifier.Value : "-")} | {(other.Contains(identifier) ? identifier.Value : "-")}")];
        return lines.Length == 0 ? null : string.Join(Environment.NewLine, lines);
    }
}
