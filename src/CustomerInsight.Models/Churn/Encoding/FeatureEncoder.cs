using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Learns how traits of customers become features: which levels are common, what a number has that is missing, and which traits say nothing.</summary>
/// <remarks>
/// Fit it on the training part alone, so that nothing of the rows that a model is measured on is in their features. What the rows are to become is never looked at.
/// Flags become 0 and 1, dates the days before the day their table looks from, texts a column for each common level or a number for each (<see cref="EncodingStyle"/>), sets a
/// column for each common text. For <see cref="EncodingStyle.Linear"/> a missing number gets the median and, where enough rows miss it, a column that says so.
/// Left out, each with its reason: traits that are constant, without a value, personal, or another for nearly every customer.
/// <para>A whole number is an identifier where no two rows have the same although, among n numbers drawn from so narrow a range, at least 20 pairs should be alike; or where they are 100 and more, none
/// below 100,000, and 95 of 100 have the same number of digits, as assigned numbers have. <see cref="FeatureEncoderOptions.Keep"/> keeps what was measured all the same.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class FeatureEncoder : IEstimator<TraitTable, FeatureEncoding>
{
    private const string ModelName = "feature encoding";
    private const int FewestNamedRows = 5;

    private readonly FeatureEncoderOptions _options;

    /// <summary>Makes an encoder.</summary>
    /// <param name="options">How traits become features; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public FeatureEncoder(FeatureEncoderOptions? options = null)
    {
        options ??= new FeatureEncoderOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new FeatureEncoderOptionsValidator(), new FeatureEncoderOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Learns from all rows of a table.</summary>
    /// <param name="data">The traits.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The encoding, and a report that names the traits that became no feature; too little data, where none did.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>A few passes over each trait.</remarks>
    public FitResult<FeatureEncoding> Fit(TraitTable data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Fit([new TraitRows(data, null)], cancellationToken);
    }

    /// <summary>Learns from some rows of a table, such as the training part of a fold.</summary>
    /// <param name="data">The traits.</param>
    /// <param name="rows">Which, each from 0 to the number of customers − 1.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>As for the table of those rows alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<FeatureEncoding> Fit(TraitTable data, ReadOnlySpan<int> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Fit([new TraitRows(data, TraitRows.Checked(data, rows))], cancellationToken);
    }

    /// <summary>Learns from several tables of the same traits, such as those of several cut-offs.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>As for one table of all rows; dates count back from the day of their own table.</returns>
    /// <exception cref="ArgumentException">Two tables have other traits than each other.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<FeatureEncoding> Fit([NotNull] IReadOnlyList<TraitTable> tables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return Fit([.. tables.Select(static table => new TraitRows(table, null))], cancellationToken);
    }

    internal FitResult<FeatureEncoding> Fit(TraitRows[] parts, CancellationToken cancellationToken)
    {
        int rows = parts.Sum(static part => part.Count);
        TraitSchema schema = parts.Length > 0 ? parts[0].Table.Schema : TraitTable.Empty.Schema;
        if (Array.Exists(parts, part => !part.Table.Schema.Equals(schema)))
        {
            throw new ArgumentException("Two tables have other traits, or traits of another kind or description, than each other. Make them in the same way.", nameof(parts));
        }

        var fitted = new (TraitEncoding? Encoding, UnusedTraitReason? Reason)[schema.Traits.Count];
        if (rows > 0)
        {
            Parallel.For(0, fitted.Length, FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken), trait => fitted[trait] = Fit(schema.Traits[trait], trait, parts, rows));
        }

        var unused = fitted
            .Select((found, trait) => new UnusedTrait(schema.Traits[trait].Name, found.Reason ?? UnusedTraitReason.AllMissing))
            .Where((_, trait) => fitted[trait].Encoding is null)
            .ToList();
        List<FitWarning> warnings = [.. unused.Where(static trait => trait.Reason != UnusedTraitReason.LeftOut).Select(Warning)];
        TraitEncoding[] traits = [.. fitted.Where(static found => found.Encoding is not null).Select(static found => found.Encoding!)];
        if (traits.Length == 0)
        {
            warnings.Add(new FitWarning("no-features", FormattableString.Invariant($"None of {schema.Traits.Count} traits of {rows} rows tells one customer from another. Give traits that differ.")));
            return new FitResult<FeatureEncoding>(null, FitReport.TooLittle(ModelName, rows, [.. warnings]));
        }

        var encoding = new FeatureEncoding(_options.Style, ValueList.Create<TraitEncoding>(traits), ValueList.From(unused), rows);
        return new FitResult<FeatureEncoding>(encoding, new FitReport(ModelName, FitStatus.Converged, 0, null, rows, ValueList.From(warnings)));
    }

    private (TraitEncoding? Encoding, UnusedTraitReason? Reason) Fit(TraitDefinition trait, int position, TraitRows[] parts, int rows)
    {
        if (_options.LeaveOut.Contains(trait.Name))
        {
            return (null, UnusedTraitReason.LeftOut);
        }

        bool keep = _options.Keep.Contains(trait.Name);
        if (trait.IsPersonal && !keep)
        {
            return (null, UnusedTraitReason.Personal);
        }

        int common = Math.Clamp(rows / 100, 1, _options.MinimumLevelRows);

        // A level of fewer rows than this may be a person.
        int named = Math.Max(common, Math.Min(FewestNamedRows, _options.MinimumLevelRows));
        return trait.Kind switch
        {
            TraitKind.Text => new LevelFitter(trait, _options, common, named, keep).Fit(parts, position),
            TraitKind.Texts => MemberFitter.Fit(trait, _options, common, named, parts, position),
            _ => new NumberFitter(trait, _options, common, keep).Fit(parts, position),
        };
    }

    private static FitWarning Warning(UnusedTrait trait) => trait.Reason switch
    {
        UnusedTraitReason.Personal => new("personal-trait", $"'{trait.Trait}' tells who a customer is, and is left out. Name it in Keep where it is to be a feature."),
        UnusedTraitReason.AllMissing => new("missing-trait", $"'{trait.Trait}' has no value in any row, and is left out. Check where it is read."),
        UnusedTraitReason.Constant => new("constant-trait", $"'{trait.Trait}' is the same in all rows, and is left out."),
        UnusedTraitReason.Identifier => new("identifier-trait", $"'{trait.Trait}' is another in nearly every row, as an identifier is, and is left out. Name it in Keep where it was measured."),
        _ => new("no-common-level", $"'{trait.Trait}' has no level that is common enough to learn from, and is left out. Join its levels into fewer."),
    };
}
