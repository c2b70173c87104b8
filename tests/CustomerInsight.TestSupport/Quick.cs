using FsCheck;

namespace CustomerInsight.TestSupport;

/// <summary>How properties are checked: thrown on failure, with the counterexample in the message.</summary>
/// <remarks>
/// The cases are the same in each run, so that a build fails for what was changed and for nothing else. With the environment variable
/// <c>CUSTOMERINSIGHT_PROPERTIES=random</c> they are drawn anew: run that now and then, to look for cases that nobody has seen.
/// </remarks>
public static class Quick
{
    private const ulong Seed = 20_261_122;
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;

    private static readonly bool DrawsAnew = Environment.GetEnvironmentVariable("CUSTOMERINSIGHT_PROPERTIES") == "random";

    public static Config Tests(int count)
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(count);
        return DrawsAnew ? config : config.WithReplay(Seed, Gamma);
    }
}
