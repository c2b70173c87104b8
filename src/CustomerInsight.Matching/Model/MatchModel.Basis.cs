namespace CustomerInsight.Matching;

public sealed partial class MatchModel
{
    /// <summary>Gets the hash of the schema that the model was trained on: of the names and kinds of its attributes.</summary>
    public string SchemaHash => TrainedColumn.HashOf(TrainedOn);

    /// <summary>Says in what a table differs from the records that the model was trained on: attributes, their kinds, what standardized them.</summary>
    /// <param name="table">The records to be matched.</param>
    /// <returns>A line for each difference, no personal data; none where all is the same, or where the model does not know what it was trained on.</returns>
    /// <remarks>Where values are standardized in another way, weights and term frequencies no longer fit them: train the model again.</remarks>
    public IReadOnlyList<string> DifferencesFrom(StandardizedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var differences = new List<string>();
        if (TrainedOn.Count > 0)
        {
            var now = TrainedColumn.Of(table).ToDictionary(static attribute => attribute.Name, StringComparer.Ordinal);
            foreach (TrainedColumn then in TrainedOn)
            {
                Compare(then, now.GetValueOrDefault(then.Name), differences);
            }

            differences.AddRange(now.Keys.Except(TrainedOn.Select(static then => then.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(static name => $"the attribute '{name}' was not there at training"));
        }

        if (LacksValues)
        {
            differences.Add("personal values were left out when the model was saved: no weight is adjusted for how common a value is, all words count as equally rare where blocking takes the rarest, and hub and blocked identifiers link");
        }

        return differences;
    }

    private static void Compare(TrainedColumn then, TrainedColumn? now, List<string> differences)
    {
        if (now is null)
        {
            differences.Add($"the attribute '{then.Name}' is not there");
            return;
        }

        if (now.Kind != then.Kind)
        {
            differences.Add($"the attribute '{then.Name}' is of kind {now.Kind.Name}, at training of {then.Kind.Name}");
        }

        if (now.Standardizer != then.Standardizer || now.StandardizerVersion != then.StandardizerVersion)
        {
            differences.Add(FormattableString.Invariant($"the attribute '{then.Name}' is standardized by {now.Standardizer} {now.StandardizerVersion}, at training by {then.Standardizer} {then.StandardizerVersion}"));
        }
    }
}
