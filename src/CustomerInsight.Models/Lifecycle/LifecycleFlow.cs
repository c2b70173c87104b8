using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Where customers were at one moment, and where the same were at a later one.</summary>
/// <param name="From">The earlier moment.</param>
/// <param name="To">The later moment.</param>
/// <param name="States">The states in the machine's order: the columns, and the rows but the last.</param>
/// <param name="Counts">How many customers, row by row. The last row is of those not seen yet at <paramref name="From"/>.</param>
/// <remarks>Customers not seen by <paramref name="To"/> are not counted.</remarks>
public sealed record LifecycleFlow(DateTimeOffset From, DateTimeOffset To, ValueList<string> States, ValueList<int> Counts)
{
    /// <summary>The name in the place of a state of those not seen yet at the earlier moment.</summary>
    public const string NotSeen = "(not seen yet)";

    private ValueList<string> Rows => [.. States, NotSeen];

    /// <summary>Gets how many customers went from one state to another, or stayed.</summary>
    /// <param name="from">Where they were at the earlier moment; <see cref="NotSeen"/> for those not seen yet.</param>
    /// <param name="to">Where they were at the later moment.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public int Count(string from, string to) => Counts[(StateTable.PlaceOf(Rows, from) * States.Count) + StateTable.PlaceOf(States, to)];

    /// <summary>Gets which share of those who were in a state went to another, or stayed.</summary>
    /// <param name="from">Where they were at the earlier moment; <see cref="NotSeen"/> for those not seen yet.</param>
    /// <param name="to">Where they were at the later moment.</param>
    /// <returns>The share, in [0, 1]; null where nobody was there.</returns>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public double? Share(string from, string to) => StateTable.Share(Counts, States.Count, StateTable.PlaceOf(Rows, from), StateTable.PlaceOf(States, to));

    /// <summary>Writes the flow for a person.</summary>
    /// <returns>A line for each state at the earlier moment, a column for each at the later; no personal data.</returns>
    public string Describe() => StateTable.Describe(string.Create(CultureInfo.InvariantCulture, $"{From.UtcDateTime:yyyy-MM-dd} \\ {To.UtcDateTime:yyyy-MM-dd}"), Rows, States, Counts);

    /// <summary>Draws the flow as a heat map; the colour is the share of those who were in the state of the row. For bands see <see cref="LifecycleSankey"/>.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        string.Create(CultureInfo.InvariantCulture, $"From {From.UtcDateTime:yyyy-MM-dd} to {To.UtcDateTime:yyyy-MM-dd}"), StateTable.Rows(Rows, States, Counts), StateTable.View);

    /// <summary>Says between when.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Counts.Sum()} customers from {From.UtcDateTime:yyyy-MM-dd} to {To.UtcDateTime:yyyy-MM-dd}");
}
