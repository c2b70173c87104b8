using FsCheck;

namespace CustomerInsight.TestSupport;

/// <summary>How properties are checked: thrown on failure, with the counterexample in the message.</summary>
public static class Quick
{
    public static Config Tests(int count) => Config.QuickThrowOnFailure.WithMaxTest(count);
}
