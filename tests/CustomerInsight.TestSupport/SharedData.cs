namespace CustomerInsight.TestSupport;

/// <summary>Finds the folder of real data and reference numbers, which is no part of this repository.</summary>
public static class SharedData
{
    public const string Variable = "CUSTOMERINSIGHT_SHARED";

    /// <summary>The folder that holds <c>data/</c> and <c>reference/</c>, or null where there is none.</summary>
    public static string? Root { get; } = Find();

    public static string Path(params string[] parts) =>
        System.IO.Path.Combine([Root ?? throw new InvalidOperationException($"Set {Variable} to the folder that holds data/ and reference/."), .. parts]);

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            return IsShared(named) ? named : null;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CustomerInsight.sln")))
            {
                string beside = System.IO.Path.Combine(folder.FullName, "..", "shared");
                return IsShared(beside) ? System.IO.Path.GetFullPath(beside) : null;
            }
        }

        return null;
    }

    private static bool IsShared(string folder) =>
        Directory.Exists(System.IO.Path.Combine(folder, "data")) && Directory.Exists(System.IO.Path.Combine(folder, "reference"));
}
