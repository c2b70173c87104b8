using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>Two parts are not more than some edits apart.</summary>
/// <param name="column">The parts.</param>
/// <param name="sketches">Their sketches, which tell most pairs apart without a look at the texts.</param>
/// <param name="edits">The most edits.</param>
/// <param name="kind">What an edit is.</param>
internal readonly struct EditsFit(PartColumn column, TextSketch[] sketches, int edits, EditKind kind) : IValueFit
{
    public bool Fits(int leftValue, int rightValue)
    {
        int left = column.Part(leftValue);
        int right = column.Part(rightValue);
        return left >= 0 && right >= 0 && (left == right || Near(sketches[left], sketches[right], BestPairTest.Beginning(column.Text(left)), BestPairTest.Beginning(column.Text(right)), edits, kind));
    }

    /// <summary>Whether two different texts are near each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Near(in TextSketch one, in TextSketch other, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int edits, EditKind kind) =>
        one.MayBeWithin(other, edits) && Distance(one, other, left, right, edits, kind) <= edits;

    private static int Distance(in TextSketch one, in TextSketch other, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int edits, EditKind kind)
    {
        if (!one.IsWhole || !other.IsWhole || kind == EditKind.DamerauLevenshtein)
        {
            return EditDistance.Between(left, right, kind, edits);
        }

        Span<char> text = stackalloc char[TextSketch.MostUnits];
        other.CopyTo(text);
        return EditBits.Bounded(one.Masks, ref Unsafe.NullRef<byte>(), one.Length, text[..other.Length], kind == EditKind.Osa, edits);
    }
}
