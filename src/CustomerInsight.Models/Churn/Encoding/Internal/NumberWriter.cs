namespace CustomerInsight.Models;

internal sealed class NumberWriter(TraitEncoding trait, TraitColumn column, TraitRows part) : TraitWriter(trait.HasMissing ? 2 : 1)
{
    private const int BlockLength = 256;

    private readonly double _fill = trait.Fill ?? double.NaN;
    private readonly bool _isLogarithm = trait.Method == TraitEncodingMethod.Logarithm;

    public override void Write(int from, int to, Span<double> values, int stride)
    {
        Span<double> block = stackalloc double[BlockLength];
        int at = 0;
        for (int start = from; start < to; start += BlockLength)
        {
            Span<double> read = block[..Math.Min(BlockLength, to - start)];
            TraitNumbers.Read(column, part, start, trait.ReferenceDay, read);
            foreach (double value in read)
            {
                bool isMissing = double.IsNaN(value);
                double known = isMissing ? _fill : value;
                values[at] = _isLogarithm ? SignedLog.Of(known) : known;
                if (trait.HasMissing)
                {
                    values[at + 1] = isMissing ? 1 : 0;
                }

                at += stride;
            }
        }
    }
}
