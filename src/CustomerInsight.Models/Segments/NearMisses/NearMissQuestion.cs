using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A question whose answer alone keeps customers out of a segment.</summary>
/// <param name="Path">The place of the question as a JSON pointer into the set's JSON.</param>
/// <param name="Question">The question.</param>
/// <param name="Customers">How many customers would be in the segment if only this answer were otherwise.</param>
/// <param name="Nearest">Of these the nearest, as many as were asked for: the smallest distance first, ties and those without a distance in ordinal order.</param>
public sealed record NearMissQuestion(string Path, TraitCondition Question, int Customers, ValueList<NearMiss> Nearest)
{
    /// <summary>Writes the question and how many fail by it alone.</summary>
    /// <returns>The text, in the invariant culture; no customer's name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Customers:#,0} by the answer to '{Question.Describe()}' alone");
}
