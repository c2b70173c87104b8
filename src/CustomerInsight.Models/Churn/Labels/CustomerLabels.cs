using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>What became of customers within a window after a cut-off: what a churn or propensity model learns.</summary>
/// <remarks>
/// A cut-off is an as-of moment: what happened at it is known. To cut before a day, take <see cref="CutOffs.Before"/>. Where the data end before the window does, no customer has
/// a label, those included of whom the answer is known already: they alone would be a biased choice.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record CustomerLabels
{
    private readonly bool[] _labels;

    internal CustomerLabels(DateTimeOffset cutOff, DateTimeOffset windowStart, DateTimeOffset windowEnd, string[] customers, bool[] labels, int known, LabelExclusion?[] exclusions)
    {
        CutOff = cutOff;
        WindowStart = windowStart;
        WindowEnd = windowEnd;
        Customers = ValueList.Create<string>(customers);
        _labels = labels;
        Labels = ValueList.Create<bool>(labels);
        Known = known;
        Exclusions = ValueList.From(exclusions
            .Where(static reason => reason is not null)
            .GroupBy(static reason => reason!.Value)
            .OrderBy(static group => group.Key)
            .Select(static group => new LabelExclusionCount(group.Key, group.Count())));
        Positives = labels.Count(static label => label);
    }

    /// <summary>Gets the cut-off: features look from it and must not see anything later.</summary>
    public DateTimeOffset CutOff { get; }

    /// <summary>Gets the moment after which the window is.</summary>
    public DateTimeOffset WindowStart { get; }

    /// <summary>Gets the last moment of the window.</summary>
    public DateTimeOffset WindowEnd { get; }

    /// <summary>Gets whether a label says that the event came or that it did not; null for contracts, and where a host did not say it of labels of its own.</summary>
    public LabelTarget? Target { get; internal init; }

    /// <summary>Gets the types of activity that are the event, in ordinal order; none for contracts, and where a host did not say it.</summary>
    public ValueList<string> EventTypes { get; internal init; } = [];

    /// <summary>Gets the customers with a label, in ordinal order.</summary>
    public ValueList<string> Customers { get; }

    /// <summary>Gets whether what is predicted came true, for each of <see cref="Customers"/>.</summary>
    public ValueList<bool> Labels { get; }

    /// <summary>Gets for how many customers it came true.</summary>
    public int Positives { get; }

    /// <summary>Gets how many customers were known at the cut-off, with a label or without.</summary>
    public int Known { get; }

    /// <summary>Gets why customers have no label, and how many; in the order of <see cref="LabelExclusion"/>.</summary>
    public ValueList<LabelExclusionCount> Exclusions { get; }

    /// <summary>Gets the share of the customers with a label for whom it came true; not a number where there is none.</summary>
    public double Rate => (double)Positives / _labels.Length;

    internal bool[] LabelArray => _labels;

    /// <inheritdoc/>
    public bool Equals(CustomerLabels? other) =>
        other is not null && CutOff == other.CutOff && WindowStart == other.WindowStart && WindowEnd == other.WindowEnd && Known == other.Known
        && Target == other.Target && EventTypes == other.EventTypes
        && Customers == other.Customers && Labels == other.Labels && Exclusions == other.Exclusions;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(CutOff, WindowStart, WindowEnd, Known, Customers.Count, Positives, Exclusions);

    /// <summary>Finds the label of a customer.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The label; null for one without. Time O(log n).</returns>
    public bool? Find([NotNull] string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int place = Customers.AsSpan().BinarySearch(customer, StringComparer.Ordinal);
        return place < 0 ? null : _labels[place];
    }

    /// <summary>Writes for a person how many customers have which label, and why others have none.</summary>
    /// <returns>A line on the windows and one for each reason; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"cut-off {CutOff:yyyy-MM-dd HH:mm:ss}, window until {WindowEnd:yyyy-MM-dd HH:mm:ss}: {Customers.Count:#,0} of {Known:#,0} customers labelled, {Positives:#,0} positive");
        text.AppendLine(Customers.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({100 * Rate:0.00} %)") : string.Empty);
        foreach (LabelExclusionCount exclusion in Exclusions)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  not labelled: {exclusion.Customers:#,0} ({exclusion.Reason})");
        }

        return text.ToString();
    }

    internal static ValueList<string> EventTypesOf(IEnumerable<string> types) => ValueList.From(types.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Says how many labels there are, never whose.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Customers.Count} labels, {Positives} positive");
}
