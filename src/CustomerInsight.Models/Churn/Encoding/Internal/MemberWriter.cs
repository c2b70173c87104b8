namespace CustomerInsight.Models;

internal sealed class MemberWriter : TraitWriter
{
    private const int None = -1;

    private readonly TextSetColumn _column;
    private readonly TraitRows _part;
    private readonly int[] _places;
    private readonly double[] _missing;

    public MemberWriter(TraitEncoding trait, TextSetColumn column, TraitRows part, EncodingStyle style)
        : base(trait.Levels.Count + (trait.HasMissing ? 1 : 0))
    {
        _column = column;
        _part = part;
        _missing = [.. trait.Shares.Select(share => style == EncodingStyle.Linear ? share : double.NaN), .. trait.HasMissing ? [1.0] : Array.Empty<double>()];
        _places = new int[column.Distinct.Length];
        for (int code = 0; code < _places.Length; code++)
        {
            int place = trait.Levels.AsSpan().IndexOf(column.Distinct[code]);
            _places[code] = place < 0 ? None : place;
        }
    }

    public override void Write(int from, int to, Span<double> values, int stride)
    {
        for (int i = from, at = 0; i < to; i++, at += stride)
        {
            Span<double> own = values.Slice(at, Width);
            int row = _part[i];
            if (_column.IsMissing(row))
            {
                _missing.CopyTo(own);
                continue;
            }

            own.Clear();
            foreach (int code in _column.Codes(row))
            {
                if (_places[code] != None)
                {
                    own[_places[code]] = 1;
                }
            }
        }
    }
}
