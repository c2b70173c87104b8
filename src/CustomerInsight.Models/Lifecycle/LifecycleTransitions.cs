using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How often customers went from each state to each other.</summary>
/// <param name="States">The states in the machine's order: the rows and the columns.</param>
/// <param name="Counts">How often, row by row: from the state of the row to that of the column.</param>
/// <param name="Entered">How often customers began in each state: mostly the start, or where the first activity led at once.</param>
/// <remarks>States that were left in the moment they were entered are passed over, so a way may lead over two transitions at once.</remarks>
public sealed record LifecycleTransitions(ValueList<string> States, ValueList<int> Counts, ValueList<int> Entered)
{
    /// <summary>Gets how often customers went one way.</summary>
    /// <param name="from">The state they left.</param>
    /// <param name="to">The state they entered.</param>
    /// <returns>How often.</returns>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public int Count(string from, string to) => Counts[(StateTable.PlaceOf(States, from) * States.Count) + StateTable.PlaceOf(States, to)];

    /// <summary>Gets which share of those who left a state went one way.</summary>
    /// <param name="from">The state they left.</param>
    /// <param name="to">The state they entered.</param>
    /// <returns>The share, in [0, 1]; null where nobody left the state.</returns>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public double? Share(string from, string to) => StateTable.Share(Counts, States.Count, StateTable.PlaceOf(States, from), StateTable.PlaceOf(States, to));

    /// <summary>Writes the matrix for a person.</summary>
    /// <returns>A line for each state that was left: how often to each, with the share; no personal data.</returns>
    public string Describe() => StateTable.Describe("from \\ to", States, States, Counts);

    /// <summary>Draws the matrix as a heat map; the colour is the share of those who left.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec("From state to state", StateTable.Rows(States, States, Counts), StateTable.View);

    /// <summary>Says how many there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Counts.Sum()} transitions between {States.Count} states");
}
