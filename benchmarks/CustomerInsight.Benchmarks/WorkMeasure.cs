using System.Diagnostics;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>What one piece of work took, beside what it takes others.</summary>
/// <param name="Seconds">The median over the repetitions.</param>
/// <param name="Fastest">The fastest of them, in seconds.</param>
/// <param name="Result">What came out, to check it: such as a log-likelihood or a count.</param>
/// <param name="Peer">Who else does the same work; null where nobody was measured.</param>
/// <param name="PeerSeconds">Its time for the same number of rows on an idle machine of two cores, the fastest of its runs.</param>
internal sealed record WorkMeasure(double Seconds, double Fastest, double Result, string? Peer, double? PeerSeconds)
{
    /// <summary>What stands above the columns that <see cref="Print"/> writes.</summary>
    public static string Header { get; } = $"{"",-42}{"median s",10}{"fastest s",11}{"peer s",9}  {"result",18}  peer";

    /// <summary>Does some work as often as asked, and once before: the first time is the compiler's.</summary>
    public static WorkMeasure Time(Func<double> work, string? peer, double? peerSeconds, int repetitions)
    {
        double result = work();
        double[] seconds = new double[repetitions];
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            // What others left behind is no part of it.
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            result = work();
            seconds[repetition] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        return new WorkMeasure((seconds[(repetitions - 1) / 2] + seconds[repetitions / 2]) / 2, seconds[0], result, peer, peerSeconds);
    }

    public void Print(TextWriter screen, string work) => screen.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{work,-42}{Seconds,10:0.0000}{Fastest,11:0.0000}{PeerSeconds,9:0.000}  {Result,18:#,0.####}  {Peer}"));
}
