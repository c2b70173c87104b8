namespace CustomerInsight.Matching;

/// <summary>What one record has in two attributes that may be in each other's place, both as numbers of values of the second.</summary>
/// <param name="First">The value of the first attribute as one of the second; <see cref="Unknown"/> where no record has it there.</param>
/// <param name="Second">The value of the second.</param>
internal readonly record struct CrossedValues(int First, int Second)
{
    private const int Unknown = -3;

    public static bool AreSingle(CrossedValues left, CrossedValues right) =>
        left.First != ValueRows.Several && left.Second != ValueRows.Several && right.First != ValueRows.Several && right.Second != ValueRows.Several;

    /// <summary>Whether each has in its first attribute what the other has in its second; a missing one agrees with what is there.</summary>
    public static bool Cross(CrossedValues left, CrossedValues right)
    {
        bool one = left.First == right.Second && left.First >= 0;
        bool other = right.First == left.Second && right.First >= 0;
        return (one && (other || left.Second == ValueRows.None || right.First == ValueRows.None))
            || (other && (left.First == ValueRows.None || right.Second == ValueRows.None));
    }

    public static CrossedValues[] Of(StandardizedColumn first, StandardizedColumn second, int[] crossing, int records)
    {
        var values = new CrossedValues[records];
        for (int record = 0; record < records; record++)
        {
            int one = ValueRows.Single(first, record);
            values[record] = new CrossedValues(one < 0 ? one : crossing[one] >= 0 ? crossing[one] : Unknown, ValueRows.Single(second, record));
        }

        return values;
    }
}
