namespace CustomerInsight.Models;

/// <summary>The mean of −ln L of a model of the BG/NBD family over all customers, as a function of the logs of its parameters.</summary>
/// <remarks>
/// Rows of equal repeats stand together, and what depends on the repeats alone is computed once for them. Rows are cut into pieces by their number alone,
/// and the sums of the pieces are added in order, so that neither threads nor processors change a bit.
/// <para>Source: Fader, Hardie, Lee, Marketing Science 24(2), 2005, equation (6); Reutterer, Platzer, Schröder, IJRM 38(1), 2021, for k &gt; 1.</para>
/// </remarks>
internal sealed class BgNbdObjective : IObjective
{
    // e^25: beyond it the likelihood is flat and the model a limit case.
    private const double LargestLog = 25;
    private const int PieceRows = 8_192;

    // Below it a second thread costs more than it brings.
    private const int ParallelRows = 2 * PieceRows;

    private readonly BgNbdVariant _variant;
    private readonly int _regularity;
    private readonly double _customers;
    private readonly BgNbdRows _rows;
    private readonly Piece[] _pieces;
    private readonly BgNbdSums[] _sums;
    private readonly ParallelOptions _parallel;

    public BgNbdObjective(PatternCounts patterns, double daysPerTime, BgNbdVariant variant = BgNbdVariant.Standard, int regularity = 1, ParallelOptions? parallel = null)
    {
        (_variant, _regularity) = (variant, regularity);
        _parallel = parallel ?? FixedChunks.Parallel(0, CancellationToken.None);
        _customers = patterns.Customers;
        _rows = new BgNbdRows(patterns, daysPerTime);
        _pieces = Cut(patterns.Repeats);
        _sums = new BgNbdSums[_pieces.Length];
    }

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        foreach (double log in point)
        {
            if (!(Math.Abs(log) <= LargestLog))
            {
                return double.PositiveInfinity;
            }
        }

        double r = Math.Exp(point[0]);
        double alpha = Math.Exp(point[1]);
        double a = Math.Exp(point[2]);
        double b = Math.Exp(point[3]);
        AddUp(r, alpha, a, b);
        double value = 0;
        double byR = 0;
        double byAlpha = 0;
        double byA = 0;
        double byB = 0;
        var ofR = new RisingSum(r);
        var ofB = new RisingSum(b);
        var ofSum = new RisingSum(a + b);
        for (int i = 0; i < _pieces.Length; i++)
        {
            int x = _pieces[i].Repeats;
            int chances = ChancesToLeave(x);
            ref readonly BgNbdSums sums = ref _sums[i];
            double customers = sums.Customers;
            double shape = r + (_regularity * x);
            ofR.GoTo(_regularity * x);
            ofB.GoTo(chances);
            ofSum.GoTo(chances);
            value += (customers * (ofR.Log + ofB.Log - ofSum.Log - (_regularity * x * point[1]))) - (shape * sums.LogTenure) + sums.LogOfWays;
            byR += (customers * ofR.Derivative) - sums.LogTenure + sums.ByShape;
            byAlpha += (customers * r / alpha) + sums.ByAlpha;
            byA += (sums.Left / a) - (customers * ofSum.Derivative);
            byB += (customers * (ofB.Derivative - ofSum.Derivative)) - (chances == 0 ? 0 : sums.Left / (b + chances - 1));
        }

        gradient[0] = -byR * r / _customers;
        gradient[1] = -byAlpha * alpha / _customers;
        gradient[2] = -byA * a / _customers;
        gradient[3] = -byB * b / _customers;
        return -value / _customers;
    }

    private static Piece[] Cut(ReadOnlySpan<int> repeats)
    {
        var pieces = new List<Piece>();
        for (int start = 0; start < repeats.Length;)
        {
            int other = repeats.Slice(start, Math.Min(PieceRows, repeats.Length - start)).IndexOfAnyExcept(repeats[start]);
            int end = other < 0 ? Math.Min(start + PieceRows, repeats.Length) : start + other;
            pieces.Add(new Piece(repeats[start], start, end));
            start = end;
        }

        return [.. pieces];
    }

    private void AddUp(double r, double alpha, double a, double b)
    {
        if (_rows.Length < ParallelRows || _parallel.MaxDegreeOfParallelism == 1)
        {
            for (int i = 0; i < _pieces.Length; i++)
            {
                AddUpPiece(i);
            }
        }
        else
        {
            Parallel.For(0, _pieces.Length, _parallel, AddUpPiece);
        }

        void AddUpPiece(int i)
        {
            Piece piece = _pieces[i];
            int chances = ChancesToLeave(piece.Repeats);
            double logOdds = chances == 0 ? double.NegativeInfinity : Math.Log(a / (b + chances - 1));
            _sums[i] = _rows.AddUp(piece.Start, piece.End, r + (_regularity * piece.Repeats), alpha, logOdds, _regularity);
        }
    }

    private int ChancesToLeave(int repeats) => repeats + (_variant == BgNbdVariant.Modified ? 1 : 0);

    private readonly record struct Piece(int Repeats, int Start, int End);
}
