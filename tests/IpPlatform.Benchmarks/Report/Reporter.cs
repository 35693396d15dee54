using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IpPlatform.Benchmarks.Report;

/// <summary>Writes results for people and for programs.</summary>
internal static class Reporter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(ReportRow row)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.What}  (load average {row.LoadBefore:0.0} to {row.LoadAfter:0.0})"));
        foreach (var figure in row.Figures)
        {
            var range = figure.Slices > 1 ? $"{Number(figure.Least)} to {Number(figure.Most)}" : "";
            Console.WriteLine($"    {figure.What,-52} {Number(figure.Median),10} {figure.Unit,-4} {range}");
        }

        foreach (var goal in row.Goals) Console.WriteLine($"  {(goal.Met ? "met   " : "MISSED")} {goal.What,-50} {Number(goal.Reached),10}      {goal.Wanted}");
    }

    public static void Save(string file, bool quick, DateTimeOffset at, IReadOnlyList<ReportRow> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(new { at, quick, processors = Environment.ProcessorCount, rows }, Json) + "\n");
    }

    private static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
