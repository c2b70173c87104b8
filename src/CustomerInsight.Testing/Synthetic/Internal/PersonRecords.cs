namespace CustomerInsight.Testing;

/// <summary>Which records are about which person.</summary>
/// <param name="starts">For each person where its records begin in <paramref name="places"/>, and at last the end.</param>
/// <param name="places">The records' positions, person by person.</param>
internal sealed class PersonRecords(int[] starts, int[] places)
{
    public int People => starts.Length - 1;

    public ReadOnlySpan<int> Of(int person) => places.AsSpan(starts[person]..starts[person + 1]);
}
